import { configure } from '@testing-library/react'

// Waiting ends with the condition; this only bounds it, also on a machine with much else to do.
configure({ asyncUtilTimeout: 10_000 })
