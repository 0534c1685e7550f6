//! Slots and dunder methods: which slot stands for which method, the wrappers that make a native slot callable by name, and the slot
//! functions that call a script's method.
