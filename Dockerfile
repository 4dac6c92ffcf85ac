# BriefBot in a container: one process, no shell needed, no root. The base images are arguments, so that copies in a registry
# of one's own can stand in for them; the runtime image need only hold ASP.NET Core's runtime. They are named by .NET's minor version: each build
# takes the newest fixes.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0-noble
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled

# The SDK runs on the builder's own processor and compiles for the other one where that is asked for.
FROM --platform=$BUILDPLATFORM ${SDK_IMAGE} AS restore
# With the adapters for Discord and Slack; "false" builds without one, where the package feed does not have its library.
ARG DISCORD_NET=true
ARG SLACK_NET=true
# With the model of what sentences mean; "false" builds without it, for small images and small machines.
ARG EMBEDDINGS=true
# Without a default: BuildKit would take that instead of the platform that is built for. Builders that say none build for amd64.
ARG TARGETARCH
WORKDIR /source
# First what the packages depend on alone: as long as it does not change, they are not fetched again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt ./
COPY src/BriefBot/BriefBot.csproj src/BriefBot/
COPY src/BriefBot.Discord/BriefBot.Discord.csproj src/BriefBot.Discord/
COPY src/BriefBot.Slack/BriefBot.Slack.csproj src/BriefBot.Slack/
COPY src/BriefBot.SlackNet/BriefBot.SlackNet.csproj src/BriefBot.SlackNet/
COPY src/BriefBot.DiscordNet/BriefBot.DiscordNet.csproj src/BriefBot.DiscordNet/
COPY src/BriefBot.Service/BriefBot.Service.csproj src/BriefBot.Service/
COPY src/BriefBot.Service/Retrieval/Embeddings/EmbeddingModel.targets src/BriefBot.Service/Retrieval/Embeddings/
RUN --mount=type=secret,id=nuget,target=/root/.nuget/NuGet/NuGet.Config \
    dotnet restore src/BriefBot.Service -p:DiscordNet=${DISCORD_NET} -p:SlackNet=${SLACK_NET} -p:Embeddings=${EMBEDDINGS} -p:PublishReadyToRun=true \
    --runtime linux-$(echo ${TARGETARCH:-amd64} | sed s/amd64/x64/)

# "docker build --target test ." runs the tests.
FROM restore AS test
COPY . .
RUN --mount=type=secret,id=nuget,target=/root/.nuget/NuGet/NuGet.Config dotnet test

FROM restore AS publish
ARG VERSION=0.0.0
ARG REVISION=unknown
ARG DISCORD_NET=true
ARG SLACK_NET=true
ARG EMBEDDINGS=true
ARG TARGETARCH
COPY src/ src/
COPY knowledge/ knowledge/
RUN dotnet publish src/BriefBot.Service --no-restore --no-self-contained --configuration Release --output /published/app \
    -p:DiscordNet=${DISCORD_NET} -p:SlackNet=${SLACK_NET} -p:Embeddings=${EMBEDDINGS} -p:PublishReadyToRun=true --runtime linux-$(echo ${TARGETARCH:-amd64} | sed s/amd64/x64/) \
    -p:Version=${VERSION#v} -p:SourceRevisionId=${REVISION} \
    && mv /published/app/knowledge /published/knowledge && mkdir /published/data /published/model \
    && if [ "${EMBEDDINGS}" != false ]; then mv /published/app/embedding-model /published/app/libonnxruntime*.so /published/model/; fi

FROM ${RUNTIME_IMAGE}
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="BriefBot" \
      org.opencontainers.image.description="Answers questions from the articles in a folder and shows where each sentence stands" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /app
# The model of what sentences mean and what runs it: large, and the same from one version to the next.
COPY --from=publish /published/model/ /app/
COPY --from=publish /published/app/ /app/
COPY --from=publish /published/knowledge/ /knowledge/
# Where the index is kept: the only folder that is written to, but for the temporary one.
COPY --from=publish --chown=1654:1654 /published/data/ /data/
USER 1654:1654
ENV Knowledge__Path=/knowledge \
    Data__Path=/data \
    Urls=http://*:5080 \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 5080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["dotnet", "/app/briefbot.dll", "health"]
ENTRYPOINT ["dotnet", "/app/briefbot.dll"]
