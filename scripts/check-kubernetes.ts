// Holds infra/k8s/ against the Kubernetes schemas and against what we promise of every process.
// kubectl renders the overlay; where it is not installed the rendering in the repository is checked,
// as long as the files it was made from are still the same.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'

const folder = join(import.meta.dirname, '../infra/k8s')
const renderedFile = join(folder, 'rendered/production.yaml')

interface Manifest {
  apiVersion: string
  kind: string
  metadata: { name: string }
  spec?: unknown
}
interface PodSpec {
  securityContext?: { runAsNonRoot?: boolean }
  containers: {
    image: string
    securityContext?: { readOnlyRootFilesystem?: boolean; allowPrivilegeEscalation?: boolean }
    resources?: { requests?: object }
    livenessProbe?: object
    readinessProbe?: object
  }[]
}
interface Workload {
  replicas?: number
  template: { spec: PodSpec }
}

const complaints: string[] = []
const rendered = render()
const manifests = parseAllDocuments(rendered).map((document) => document.toJS() as Manifest)
if (manifests.length === 0) complaints.push('the overlay renders to nothing')

for (const manifest of manifests) await checkSchema(manifest)
const deployments = manifests.filter(({ kind }) => kind === 'Deployment')
for (const deployment of deployments) checkDeployment(deployment)
for (const { metadata, spec } of manifests.filter(({ kind }) => kind === 'Job'))
  checkPod(`Job ${metadata.name}`, (spec as Workload).template.spec)
if (manifests.some(({ kind }) => kind === 'Secret'))
  complaints.push('a Secret is written out: secrets are referred to, never kept here')

for (const complaint of complaints) console.error(`kubernetes: ${complaint}`)
console.log(`kubernetes: ${manifests.length} manifests checked, ${complaints.length} complaints`)
process.exit(complaints.length === 0 ? 0 : 1)

function render(): string {
  const fingerprint = fingerprintOfSources()
  const kustomize = spawnSync('kubectl', ['kustomize', join(folder, 'overlays/production')], {
    encoding: 'utf8',
  })
  if (kustomize.status === 0) {
    const text = `# Rendered from infra/k8s; do not edit. Sources: ${fingerprint}\n${kustomize.stdout}`
    const known = existsSync(renderedFile) ? readFileSync(renderedFile, 'utf8') : ''
    if (process.argv.includes('--write')) writeFileSync(renderedFile, text)
    else if (known !== text) complaints.push('rendered/production.yaml is stale: run with --write')
    return text
  }
  if (!kustomize.error) complaints.push(`kubectl kustomize failed: ${kustomize.stderr}`)
  const text = existsSync(renderedFile) ? readFileSync(renderedFile, 'utf8') : ''
  if (!text.includes(`Sources: ${fingerprint}\n`))
    complaints.push('rendered/production.yaml is stale, and rendering it needs kubectl')
  return text
}

function fingerprintOfSources(): string {
  const files = globSync('{base,overlays}/**/*.yaml', { cwd: folder }).sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}

/** `apps/v1` Deployment is the module `apps/v1/Deployment`, `v1` Service the module `v1/Service`. */
async function checkSchema(manifest: Manifest): Promise<void> {
  const { apiVersion, kind, metadata } = manifest
  const module: Record<string, new (json: unknown) => { validate: () => void }> = await import(
    `kubernetes-models/${apiVersion}/${kind}`
  )
  const Model = module[kind]
  if (Model === undefined) return void complaints.push(`${apiVersion} ${kind} is unknown`)
  try {
    new Model(manifest).validate()
  } catch (error) {
    complaints.push(`${kind} ${metadata.name}: ${error instanceof Error ? error.message : error}`)
  }
}

function checkDeployment({ metadata: { name }, spec }: Manifest): void {
  const { replicas, template } = spec as Workload
  const what = `Deployment ${name}`
  if ((replicas ?? 1) < 2) complaints.push(`${what} runs fewer than two replicas`)
  for (const kind of ['HorizontalPodAutoscaler', 'PodDisruptionBudget'])
    if (!manifests.some((other) => other.kind === kind && other.metadata.name === name))
      complaints.push(`${what} has no ${kind}`)
  for (const container of template.spec.containers)
    if (!container.livenessProbe || !container.readinessProbe)
      complaints.push(`${what} has no probes`)
  checkPod(what, template.spec)
}

function checkPod(what: string, { securityContext, containers }: PodSpec): void {
  if (securityContext?.runAsNonRoot !== true) complaints.push(`${what} may run as root`)
  for (const { image, securityContext: own, resources } of containers) {
    if (own?.readOnlyRootFilesystem !== true || own.allowPrivilegeEscalation !== false)
      complaints.push(`${what} may write to its image or gain privileges`)
    if (!resources?.requests) complaints.push(`${what} requests no resources`)
    if (!/:\d/.test(image)) complaints.push(`${what} names no version of ${image}`)
  }
}
