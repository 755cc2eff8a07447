FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -q -DskipTests package
# SQLite's library beside the jar: unpacked at each start, it would need a /tmp from which programs may be run.
RUN mkdir native && cd native && jar xf ../server/target/daybook.jar org/sqlite/native/Linux \
    && cp "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" . && rm -r org

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 daybook \
    && useradd --system --uid 10001 --gid daybook --create-home --home-dir /var/lib/daybook daybook \
    && mkdir /var/lib/daybook/data && chown daybook:daybook /var/lib/daybook/data
COPY --from=build /src/native/libsqlitejdbc.so /opt/
COPY --from=build /src/server/target/daybook.jar /opt/daybook.jar
# The classes as a start leaves them, for this very Java: the next start takes half the time.
RUN java -XX:AOTCacheOutput=/opt/daybook.aot -Dspring.context.exit=onRefresh -Dorg.sqlite.lib.path=/opt -jar /opt/daybook.jar \
      --daybook.home=/tmp/archive --server.port=0 --daybook.crayon.port=0 && rm -r /tmp/*
# As a number, so that Kubernetes sees that it is not root.
USER 10001:10001
WORKDIR /var/lib/daybook
# Inside a container the port map decides who reaches the server, so it listens on all of the container's addresses.
ENV SERVER_ADDRESS=0.0.0.0 DAYBOOK_HOME=/var/lib/daybook/data
VOLUME /var/lib/daybook/data
EXPOSE 9000 8889
# Whether it answers, not whether it is ready: a node that waits for its store must not be started again and again.
# The first answer may be long in coming: a new node copies the whole log before.
HEALTHCHECK --interval=10s --timeout=3s --start-period=1h CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9000 && printf 'GET /actuator/health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# Nothing is written but to the volume and to /tmp: the root file system may be read-only. An option about modules would make the cache useless.
ENTRYPOINT ["java", "--sun-misc-unsafe-memory-access=allow", "-XX:MaxRAMPercentage=70", "-XX:AOTCache=/opt/daybook.aot", "-Dorg.sqlite.lib.path=/opt", "-jar", "/opt/daybook.jar"]
