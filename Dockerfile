# Two stages: lay the installation out, then run it as an ordinary user.
FROM node:24-bookworm-slim AS build
WORKDIR /app
# Dependencies are installed again only when they change.
COPY package.json package-lock.json ./
COPY scripts/bundle.mjs scripts/install.mjs scripts/sources.mjs scripts/steps.mjs scripts/
RUN node scripts/install.mjs
COPY . .
RUN npm run package -- /installation

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 SPAIV_DATA_DIR=/data NPM_CONFIG_UPDATE_NOTIFIER=false
# As scripts/server/server-memory.mjs says.
ENV NODE_OPTIONS=--max-old-space-size=512 MALLOC_ARENA_MAX=2
COPY --from=build /installation ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "server.js"]
