import { readMspdiBaselines } from './mspdi-baselines.ts'
import { readMspdiLinks } from './mspdi-links.ts'
import type { MspdiNode } from './mspdi-node.ts'
import { calendarLosses, customFieldsOf, resourceNames } from './mspdi-surroundings.ts'
import { toMilestone, toTask } from './mspdi-tasks.ts'
import {
  type FileDraft,
  type FileTask,
  type Loss,
  type ParsedFile,
  tasksMax,
} from './parsed-file.ts'
import { listIn, readXml, recordIn, textIn, type XmlRecord } from './read-xml.ts'
import { badFile, tooManyTasks } from './refusals.ts'

const lists: ReadonlySet<string> = new Set([
  ...['Task', 'PredecessorLink', 'ExtendedAttribute', 'Baseline', 'Resource', 'Assignment'],
  ...['Calendar', 'WeekDay', 'Exception'],
])

/** Reads MS Project's XML (schema MSPDI). Throws 400. */
export function parseMspdi(text: string, fileName: string): ParsedFile {
  const project = recordIn(readXml(text, lists), 'Project')
  if (!project) throw badFile('This is not a project in MS Project’s XML format.')
  const nodes = outline(listIn(recordIn(project, 'Tasks'), 'Task'))
  if (nodes.length > tasksMax) throw tooManyTasks()

  const losses: Loss[] = calendarLosses(project)
  const surroundings = {
    losses,
    fields: customFieldsOf(project),
    assignees: resourceNames(project, losses),
  }
  const isMilestone = new Set(nodes.filter((node) => node.isMilestone).map(({ uid }) => uid))
  const tasks: FileTask[] = nodes
    .filter(({ uid }) => !isMilestone.has(uid))
    .map((node) => toTask(node, surroundings))
  const milestones = nodes
    .filter(({ uid }) => isMilestone.has(uid))
    .flatMap((node) => toMilestone(node, surroundings) ?? [])
  const { links, milestoneOf } = readMspdiLinks(nodes, losses)
  const known = new Set(milestones.map(({ ref }) => ref))
  const draft: FileDraft = {
    tasks: tasks.map((task) => {
      const milestone_ref = milestoneOf.get(task.ref)
      return milestone_ref !== undefined && known.has(milestone_ref)
        ? { ...task, milestone_ref }
        : task
    }),
    ...{ milestones, links, baselines: readMspdiBaselines(nodes, fileName) },
  }
  return { source: sourceOf(project, fileName), columns: [], draft, losses, errors: [] }
}

/** Saved again under another name, a project keeps its GUID; older files have none. */
function sourceOf(project: XmlRecord, fileName: string): string {
  const name = textIn(project, 'GUID') || textIn(project, 'UID') || textIn(project, 'Name')
  return `mspdi:${(name || fileName).slice(0, 200)}`
}

/** The tree that the outline levels describe. Level 0 is the project itself; an empty line is nothing. */
function outline(tasks: readonly XmlRecord[]): MspdiNode[] {
  const real = tasks.filter(
    (xml) =>
      textIn(xml, 'IsNull') !== '1' && textIn(xml, 'OutlineLevel') !== '0' && textIn(xml, 'UID'),
  )
  const open: { level: number; uid: string }[] = []
  const nodes = real.map((xml) => {
    const uid = textIn(xml, 'UID')
    const level = Number(textIn(xml, 'OutlineLevel')) || 1
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent_uid = open.at(-1)?.uid ?? null
    open.push({ level, uid })
    return { xml, uid, parent_uid }
  })
  const parents = new Set(nodes.map(({ parent_uid }) => parent_uid))
  return nodes.map((node) => ({
    ...node,
    // With parts below it, it is a summary whose date somebody marked.
    isMilestone: textIn(node.xml, 'Milestone') === '1' && !parents.has(node.uid),
  }))
}
