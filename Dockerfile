# The bot alone: what `npm run bundle` makes, on Node 24, as a user who can write nothing.
FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run bundle

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978
WORKDIR /app
COPY --from=build /build/build/bundle ./
USER node
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process, so SIGTERM reaches the bot, which lets running answers finish.
CMD ["node", "dist/main.js"]
