import { configure } from '@testing-library/react'

// Waiting ends with the condition; this only bounds it, also on a machine with much else to do.
configure({ asyncUtilTimeout: 10_000 })

// jsdom knows the dialog element, but not how to open one over the page.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
}
