import type { ColumnList, CreateColumn, UpdateColumn } from '@milepost/api-contracts/columns'
import { request } from '#shared/api/request.ts'

export const sendNewColumn = (projectId: string, column: CreateColumn) =>
  request<ColumnList>({ method: 'POST', path: `/projects/${projectId}/columns`, body: column })

export const sendColumn = (columnId: string, change: UpdateColumn) =>
  request<ColumnList>({ method: 'PATCH', path: `/columns/${columnId}`, body: change })

export const sendColumnOrder = (projectId: string, columnIds: readonly string[]) =>
  request<ColumnList>({
    method: 'PUT',
    path: `/projects/${projectId}/columns/order`,
    body: { column_ids: columnIds },
  })

export const sendColumnRemoval = (columnId: string) =>
  request<ColumnList>({ method: 'DELETE', path: `/columns/${columnId}` })
