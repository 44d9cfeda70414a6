import {
  categoryListSchema,
  categoryParamsSchema,
  categorySchema,
  createCategorySchema,
  updateCategorySchema,
} from '@milepost/api-contracts/project-settings'
import type { Db } from '@milepost/db-schemas/database'
import { admitFirst } from '@milepost/service-kit/admit'
import { isUniqueViolation } from '@milepost/service-kit/database-errors'
import { conflict } from '@milepost/service-kit/problem'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { addCategory, listCategories, removeCategory, saveCategory } from './queries.ts'

/** What kinds of project there are. Everybody reads them, administrators keep them. */
export const categoryRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db }) => {
  const params = categoryParamsSchema
  const administrators = { config: { access: ['admin'] } } as const
  const policy = {
    params,
    find: async ({ category_id }: { category_id: string }) =>
      (await listCategories(db, category_id))[0],
    see: () => true,
    missing: 'There is no such category.',
  }

  app.get(
    '/categories',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'List categories', response: { 200: categoryListSchema } },
    },
    async () => ({ items: await listCategories(db) }),
  )

  app.post(
    '/categories',
    {
      ...administrators,
      schema: {
        summary: 'Create a category',
        body: createCategorySchema,
        response: { 201: categorySchema },
      },
    },
    async ({ body }, reply) => {
      const id = await addCategory(db, body)
      if (id === undefined) throw nameTaken()
      return reply.code(201).send(await present(db, id))
    },
  )

  app.patch(
    '/categories/:category_id',
    {
      ...administrators,
      preValidation: admitFirst(policy),
      schema: {
        summary: 'Change a category',
        params,
        body: updateCategorySchema,
        response: { 200: categorySchema },
      },
    },
    async ({ params: { category_id: id }, body }) => {
      try {
        if (Object.keys(body).length > 0) await saveCategory(db, id, body)
      } catch (error) {
        // Translates: names are unique.
        if (isUniqueViolation(error)) throw nameTaken()
        throw error
      }
      return present(db, id)
    },
  )

  app.delete(
    '/categories/:category_id',
    {
      ...administrators,
      preValidation: admitFirst(policy),
      schema: { summary: 'Remove a category', params },
    },
    async ({ params: { category_id: id } }, reply) => {
      if (!(await removeCategory(db, id))) {
        throw conflict('category-in-use', 'Projects or tasks still have this category.')
      }
      return reply.code(204).send()
    },
  )
}

const nameTaken = () => conflict('category-taken', 'Another category has this name.')

async function present(db: Db, categoryId: string) {
  const [category] = await listCategories(db, categoryId)
  if (!category) throw new Error(`category ${categoryId} vanished`)
  return category
}
