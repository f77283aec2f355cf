import { EventEmitter } from 'node:events'

const silent = new Set(['then', 'toJSON', 'constructor', 'prototype', 'asymmetricMatch', '$$typeof', 'nodeType', 'inspect'])
const isOfEmitter = (key) => key.startsWith('_') || key in EventEmitter.prototype

/** The error by which a missing API makes itself known. */
export const lacks = (name) => new Error(`The stand-in has no electron.${name}`)

/** An API as a proxy that throws by name on everything that it does not have, in reading and in writing. */
export function guard(name, target) {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || silent.has(key) || isOfEmitter(key)) return Reflect.get(object, key, receiver)
      throw lacks(`${name}.${key}`)
    },
    set(object, key, value, receiver) {
      if (typeof key === 'symbol' || key in object || isOfEmitter(key)) return Reflect.set(object, key, value, receiver)
      throw lacks(`${name}.${key}`)
    },
  })
}

/** A module that the stand-in does not imitate at all: any use of it throws by name. */
export function absent(name) {
  const fail = (key) => {
    throw lacks(`${name}.${String(key)}`)
  }
  return new Proxy(function missing() {}, {
    get: (target, key) => (typeof key === 'symbol' || silent.has(key) ? Reflect.get(target, key) : fail(key)),
    set: (_target, key) => fail(key),
    construct: () => {
      throw lacks(name)
    },
    apply: () => {
      throw lacks(name)
    },
  })
}

/**
 * An emitter that takes listeners only for events that the stand-in fires, or that can't happen in it (`never`, each
 * with its reason in the README): listening for anything else would wait in vain without a word.
 */
export function makeEmitter(name, fires, never = []) {
  const emitter = new EventEmitter()
  const known = new Set([...fires, ...never])
  for (const method of ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']) {
    const original = emitter[method].bind(emitter)
    emitter[method] = (event, listener) => {
      if (!known.has(event)) throw new Error(`The stand-in never fires the event '${String(event)}' of electron.${name}`)
      original(event, listener)
      return emitter
    }
  }
  return emitter
}

/** Refuses options that the stand-in knows nothing of, by name. */
export function onlyOptions(name, options, known) {
  for (const key of Object.keys(options ?? {})) if (!known.includes(key)) throw lacks(`${name} option '${key}'`)
}

/** An event object with `preventDefault()`, as Electron hands to listeners. */
export function makeEvent(fields = {}) {
  const event = {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}

/** Adds properties as they are written, getters included (`Object.assign` would call them). */
export const extend = (target, additions) => Object.defineProperties(target, Object.getOwnPropertyDescriptors(additions))
