// What Swift cannot see of libmicrohttpd: variadic functions, and values behind a union.

#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>

#include <microhttpd.h>

/// Everything the daemon is started with.
struct gj_mhd_settings {
  unsigned int threads;
  unsigned int connection_limit;
  /// Seconds without any traffic after which a connection is closed.
  unsigned int idle_timeout;
  /// Bytes for the request line and the headers of one connection.
  size_t memory_limit;
  /// Given to every callback as its first argument.
  void *context;
  MHD_AccessHandlerCallback handle;
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connection;
  void *(*target)(void *context, const char *target, struct MHD_Connection *connection);
};

/// Leaves percent-encoding alone: decoding here would let %00 cut the string.
static inline size_t gj_mhd_keep_raw(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

/// Starts the daemon without a listening socket: connections are added. NULL when the library cannot.
static inline struct MHD_Daemon *gj_mhd_start(const struct gj_mhd_settings *s) {
  struct MHD_OptionItem options[12];
  int n = 0;
#define GJ_OPTION(option, number, pointer) \
  options[n++] = (struct MHD_OptionItem){(option), (intptr_t)(number), (pointer)}
  if (s->threads > 1) GJ_OPTION(MHD_OPTION_THREAD_POOL_SIZE, s->threads, NULL);
  GJ_OPTION(MHD_OPTION_CONNECTION_LIMIT, s->connection_limit, NULL);
  GJ_OPTION(MHD_OPTION_CONNECTION_TIMEOUT, s->idle_timeout, NULL);
  GJ_OPTION(MHD_OPTION_CONNECTION_MEMORY_LIMIT, s->memory_limit, NULL);
  GJ_OPTION(MHD_OPTION_STRICT_FOR_CLIENT, 1, NULL);
  GJ_OPTION(MHD_OPTION_NOTIFY_COMPLETED, s->completed, s->context);
  GJ_OPTION(MHD_OPTION_NOTIFY_CONNECTION, s->connection, s->context);
  GJ_OPTION(MHD_OPTION_URI_LOG_CALLBACK, s->target, s->context);
  GJ_OPTION(MHD_OPTION_UNESCAPE_CALLBACK, gj_mhd_keep_raw, NULL);
  GJ_OPTION(MHD_OPTION_END, 0, NULL);
#undef GJ_OPTION
  return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME,
                          0, NULL, NULL, s->handle, s->context, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
}

/// The socket of a connection, or -1.
static inline int gj_mhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

/// The bytes of the address of the other end, 4 or 16 of them in network order. Gives their number, or 0.
static inline size_t gj_mhd_peer(struct MHD_Connection *connection, uint8_t bytes[16]) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (!info || !info->client_addr) return 0;
  if (info->client_addr->sa_family == AF_INET) {
    memcpy(bytes, &((const struct sockaddr_in *)info->client_addr)->sin_addr, 4);
    return 4;
  }
  if (info->client_addr->sa_family == AF_INET6) {
    memcpy(bytes, &((const struct sockaddr_in6 *)info->client_addr)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

/// What the connection callback stored for a connection, or NULL.
static inline void *gj_mhd_connection_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : NULL;
}
