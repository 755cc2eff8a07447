FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -q -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/daybook daybook \
    && mkdir /var/lib/daybook/data && chown daybook:daybook /var/lib/daybook/data
COPY --from=build /src/server/target/daybook.jar /opt/daybook.jar
# The classes as a start leaves them, for this very Java: the next start takes half the time.
RUN java -XX:AOTCacheOutput=/opt/daybook.aot -Dspring.context.exit=onRefresh -jar /opt/daybook.jar \
      --daybook.home=/tmp/archive --server.port=0 --daybook.crayon.port=0 && rm -r /tmp/archive
USER daybook
WORKDIR /var/lib/daybook
# Inside a container the port map decides who reaches the server, so it listens on all of the container's addresses.
ENV SERVER_ADDRESS=0.0.0.0 DAYBOOK_HOME=/var/lib/daybook/data
VOLUME /var/lib/daybook/data
EXPOSE 9000 8889
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9000 && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:MaxRAMPercentage=70", "-XX:AOTCache=/opt/daybook.aot", "-jar", "/opt/daybook.jar"]
