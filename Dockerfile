# A current LTS. Where no registry can be reached, pass a base of your own that has Node.
ARG BASE=node:24-bookworm-slim

FROM ${BASE} AS build
WORKDIR /vitals
COPY package.json package-lock.json ./
# No package needs a script of its own to be installed.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev

FROM ${BASE}
# These two win over the configuration file, so that the health check knows where to ask.
ENV NODE_ENV=production VITALS_HOST=0.0.0.0 PORT=4000
WORKDIR /vitals
COPY --from=build /vitals/package.json /vitals/LICENSE ./
COPY --from=build /vitals/node_modules ./node_modules
COPY --from=build /vitals/dist ./dist
COPY --from=build /vitals/recordings ./recordings
USER 10001
EXPOSE 4000
# Over TLS where the server has it. It asks itself: nobody is between whose certificate would have to be looked at.
HEALTHCHECK --interval=10s --timeout=3s CMD ["node", "-e", "process.env.NODE_TLS_REJECT_UNAUTHORIZED = 0; const ask = (to) => fetch(to + '://127.0.0.1:' + process.env.PORT + '/health/live'); ask('http').catch(() => ask('https')).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli.js"]
# A container is asked from outside, and without a configuration all it shows is the built-in recording: whoever may ask. With a
# configuration (`serve --config …`) it starts only where that says who may (server.auth), or with --insecure, too.
CMD ["serve", "--insecure"]
