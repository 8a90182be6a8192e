// Filled by the door: bundles the command line and compiles the library.
