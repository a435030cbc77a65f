# The service on a slim Node.js image. It runs as user 1000 with a read-only root; /data alone is written to.
FROM node:24-slim AS packages
WORKDIR /app
# Behind a proxy that ends TLS: mount its certificate and name it here.
ARG NODE_EXTRA_CA_CERTS
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
# Owned by root: who breaks into the process cannot change what it runs.
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY index ./index
COPY adapters ./adapters
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# As `npm start` does it, without npm in between: it would keep signals to itself.
CMD ["node", "--max-semi-space-size=6", "--heap-growing-percent=20", "adapters/cli.mjs", "start"]
