import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import { fact, uuid } from '#test/portfolio.ts'
import { EvidenceTasks } from './EvidenceTasks.tsx'

afterEach(cleanup)

const tasksAdding = (...contributions: string[]) =>
  contributions.map((contribution, at) => ({
    id: uuid(at + 1),
    project_id: uuid(101),
    key: `TLB-${at + 1}`,
    title: `Task ${at + 1}`,
    status: 'todo' as const,
    contribution,
  }))
const show = (task_count: number, ...contributions: string[]) =>
  render(
    <MemoryRouter>
      <EvidenceTasks evidence={fact({ task_count, tasks: tasksAdding(...contributions) })} />
    </MemoryRouter>,
  )
const listed = () => screen.queryAllByRole('link').map((link) => link.textContent)

test('tasks that add nothing are counted, and listed for whoever asks', () => {
  show(31, '+4 d', '+2 d', '+0 d', '+0 d')
  expect(listed()).toEqual(['TLB-1Task 1+4 d', 'TLB-2Task 2+2 d'])
  fireEvent.click(screen.getByRole('button', { name: 'and 29 tasks that add nothing' }))
  expect(listed()).toHaveLength(4)
})

test('of many tasks that add something the first five are shown, then all', () => {
  show(7, ...Array.from({ length: 7 }, () => '+1 d'))
  expect(listed()).toHaveLength(5)
  fireEvent.click(screen.getByRole('button', { name: 'All 7 tasks' }))
  expect(listed()).toHaveLength(7)
})
