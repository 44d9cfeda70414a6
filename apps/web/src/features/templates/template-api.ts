import type {
  SaveAsTemplate,
  TemplateDetail,
  TemplateView,
  UpdateTemplate,
} from '@milepost/api-contracts/templates'
import { useQuery } from '@tanstack/react-query'
import { request } from '#shared/api/request.ts'
import { templatesKey } from '#shared/api/templates-query.ts'

export const useTemplate = (templateId: string) =>
  useQuery({
    queryKey: [...templatesKey, templateId],
    queryFn: ({ signal }) =>
      request<TemplateDetail>({ method: 'GET', path: `/templates/${templateId}`, signal }),
  })

export const saveAsTemplate = (projectId: string, body: SaveAsTemplate) =>
  request<TemplateView>({ method: 'POST', path: `/projects/${projectId}/save-as-template`, body })

export const updateTemplate = (templateId: string, body: UpdateTemplate) =>
  request<TemplateDetail>({ method: 'PATCH', path: `/templates/${templateId}`, body })

export const deleteTemplate = ({ id, version }: TemplateView) =>
  request<undefined>({ method: 'DELETE', path: `/templates/${id}`, version })
