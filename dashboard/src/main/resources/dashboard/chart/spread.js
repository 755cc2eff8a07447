// Places on an axis of numbers or of words, from 0 to 1.
export const spread = ({ values, isNumber }) => {
  if (!isNumber) {
    const words = [...new Set(values.filter((value) => value !== undefined))].sort();
    return { ends: [words[0], words.at(-1)], place: (value) => (value === undefined ? null : words.length < 2 ? 0.5 : words.indexOf(value) / (words.length - 1)) };
  }
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  return { ends: [low, high], place: (value) => (!Number.isFinite(value) ? null : high === low ? 0.5 : (value - low) / (high - low)) };
};
