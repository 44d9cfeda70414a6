// Ready or not, as the container itself sees it.
const { HEALTH_PORT, PORT, GATEWAY_PORT } = process.env
const answer = await fetch(`http://127.0.0.1:${HEALTH_PORT ?? PORT ?? GATEWAY_PORT}/health/ready`, {
  signal: AbortSignal.timeout(2500),
}).catch(() => null)
process.exit(answer?.ok ? 0 : 1)
