import { useEffect, useState } from "../core/html.js";

/** Whether it has ever been in sight: what nobody looks at is not read. */
export const useSeen = (ref) => {
  const [seen, see] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry.isIntersecting && see(true), { rootMargin: "300px" });
    watch.observe(ref.current);
    return () => watch.disconnect();
  }, []);
  return seen;
};
