import { conflict } from '@milepost/service-kit/problem'

/** 409: names the tasks of the circle in their order, the first once more at its end. */
export const dependencyCycle = (tasks: readonly { id: string; key: string }[]) =>
  conflict(
    'dependency-cycle',
    `These tasks would wait for one another: ${[...tasks, ...tasks.slice(0, 1)].map(({ key }) => key).join(' → ')}.`,
    { tasks },
  )

export const dependencyExists = () =>
  conflict('dependency-exists', 'These two tasks are linked already.')
