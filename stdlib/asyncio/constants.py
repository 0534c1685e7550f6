"""Numbers that several modules of the package share."""

import enum

# A connection that has been lost is written to in vain so often before a warning is logged.
LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5

# Seconds until accept() is tried again after it has failed for want of descriptors or memory.
ACCEPT_RETRY_DELAY = 1

# How many frames of the stack debug mode keeps where something is made.
DEBUG_STACK_DEPTH = 10

# Seconds that TLS handshakes and farewells may take.
SSL_HANDSHAKE_TIMEOUT = 60.0
SSL_SHUTDOWN_TIMEOUT = 30.0

# How much is read and written at once when files are sent without help of the system.
SENDFILE_FALLBACK_READBUFFER_SIZE = 1024 * 256

FLOW_CONTROL_HIGH_WATER_SSL_READ = 256
FLOW_CONTROL_HIGH_WATER_SSL_WRITE = 512

# Seconds that threads of the default executor are given to end.
THREAD_JOIN_TIMEOUT = 300


class _SendfileMode(enum.Enum):
    UNSUPPORTED = enum.auto()
    TRY_NATIVE = enum.auto()
    FALLBACK = enum.auto()
