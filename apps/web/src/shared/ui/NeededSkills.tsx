import type { TaskSkill } from '@milepost/api-contracts/list'
import { explain } from '#shared/api/api-problem.ts'
import { useSetTaskSkills, useSkillNames } from '#shared/api/suggestions-query.ts'
import { FieldError } from './FieldError.tsx'
import { IconButton } from './IconButton.tsx'
import { Select } from './Select.tsx'

const levels = [1, 2, 3, 4, 5]
/** Enough to plan a task on one's own. */
const usualLevel = 3

/** The skills that doing a task takes, to be changed in place. */
export function NeededSkills({ taskId, skills }: { taskId: string; skills: readonly TaskSkill[] }) {
  const save = useSetTaskSkills(taskId)
  const known = useSkillNames().data?.items ?? []
  const free = known.filter(({ id }) => skills.every(({ skill_id }) => skill_id !== id))
  const kept = skills.map(({ skill_id, level }) => ({ skill_id, level }))

  return (
    <section className="mt-3" aria-label="Skills it needs">
      <h3 className="font-medium">Skills it needs</h3>
      <ul>
        {skills.map(({ skill_id, name, level }) => (
          <li key={skill_id} className="mt-1 flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <Select
              compact
              aria-label={`Level of ${name}`}
              className="w-28!"
              value={level}
              onChange={(event) =>
                save.mutate(
                  kept.map((skill) =>
                    skill.skill_id === skill_id
                      ? { ...skill, level: Number(event.target.value) }
                      : skill,
                  ),
                )
              }
            >
              {levels.map((value) => (
                <option key={value} value={value}>
                  Level {value}
                </option>
              ))}
            </Select>
            <IconButton
              icon="close"
              iconSize={12}
              label={`Not ${name}`}
              onClick={() => save.mutate(kept.filter((skill) => skill.skill_id !== skill_id))}
            />
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <Select
          compact
          aria-label="Add a skill"
          className="mt-1.5"
          value=""
          onChange={(event) =>
            save.mutate([...kept, { skill_id: event.target.value, level: usualLevel }])
          }
        >
          <option value="">Add a skill…</option>
          {free.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {save.isError && <FieldError text={explain(save.error)} />}
    </section>
  )
}
