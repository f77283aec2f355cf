// What every wrapper of faults.c stands on: the shared counters, which files are watched, the log.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <linux/fs.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { NO_SPACE = 1, IO_ERROR = 2, KILL = 3, KILL_HALFWAY = 4, SHORT_WRITE = 5 };
enum { OPEN = 1, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MKDIR, RMDIR, GROW, TRUNCATE_PATH, UNKNOWN };

static struct {
  volatile uint64_t operations; /* so far */
  volatile uint64_t fail_at;    /* number of the operation that fails, from 1; 0 for none */
  volatile uint64_t kind;
  volatile uint64_t from_then_on;
  volatile uint64_t failed; /* operations that were made to fail */
  volatile uint64_t unknown; /* calls that write and that the log can't express */
  volatile uint64_t last_handle; /* here, so that several processes one after the other can share a log */
} *control;

struct record {
  uint32_t kind, handle, flags, first_bytes, second_bytes, unused;
  uint64_t operation, offset;
};

#define MOST_FILES 65536
static uint32_t handles[MOST_FILES];
static int log_file = -1;
static char folder[PATH_MAX];
static size_t folder_length;
static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

/* libc's own way to the kernel, past the functions below. */
static long (*kernel)(long, ...);
static long (*find_kernel(void))(long, ...) {
  if (kernel == NULL) kernel = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
  return kernel;
}
#define sys(...) find_kernel()(__VA_ARGS__)

__attribute__((constructor)) static void start(void) {
  const char *given = getenv("FAULTS_FOLDER"), *shared = getenv("FAULTS_CONTROL"), *log = getenv("FAULTS_LOG");
  if (given == NULL || shared == NULL) return;
  int file = sys(SYS_openat, AT_FDCWD, shared, O_RDWR | O_CLOEXEC, 0);
  void *page = file < 0 ? MAP_FAILED : mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (page == MAP_FAILED) return;
  control = page;
  sys(SYS_close, file);
  if (log != NULL) log_file = sys(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  snprintf(folder, sizeof folder, "%s", given);
  folder_length = strlen(folder);
}

/* The absolute path, where it lies under the folder; else NULL. `out` holds PATH_MAX bytes. */
static const char *watched(int at, const char *path, char *out) {
  if (control == NULL || path == NULL) return NULL;
  if (path[0] == '/') snprintf(out, PATH_MAX, "%s", path);
  else {
    char base[PATH_MAX / 2], link[64];
    if (at == AT_FDCWD) {
      if (getcwd(base, sizeof base) == NULL) return NULL;
    } else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", at);
      ssize_t length = readlink(link, base, sizeof base - 1);
      if (length < 0) return NULL;
      base[length] = 0;
    }
    snprintf(out, PATH_MAX, "%s/%s", base, path);
  }
  if (strncmp(out, folder, folder_length) != 0 || (out[folder_length] != '/' && out[folder_length] != 0)) return NULL;
  return out;
}

static void put(struct record record, const void *first, const void *second) {
  if (log_file < 0) return;
  struct iovec parts[3] = {{&record, sizeof record}, {(void *)first, record.first_bytes}, {(void *)second, record.second_bytes}};
  size_t wanted = sizeof record + record.first_bytes + record.second_bytes;
  ssize_t done = sys(SYS_writev, log_file, parts, 3);
  if (done != (ssize_t)wanted) abort();
}

/* Counts an operation. Nonzero: it shall fail, with errno set; HALF: the first half of it is to be done, then the end. */
enum { GO_ON = 0, FAIL = 1, HALF = 2, SHORT = 3 };
static int begin(int takes_space) {
  uint64_t number = ++control->operations, at = control->fail_at;
  if (at == 0 || number < at || (number > at && !control->from_then_on)) return GO_ON;
  switch (control->kind) {
    case KILL: sys(SYS_kill, getpid(), SIGKILL); for (;;) pause();
    case KILL_HALFWAY: return HALF;
    case SHORT_WRITE:
      if (!takes_space) return GO_ON;
      control->failed++;
      if (number == at) return SHORT;
      errno = ENOSPC;
      return FAIL;
    case NO_SPACE:
      if (!takes_space) return GO_ON;
      control->failed++;
      errno = ENOSPC;
      return FAIL;
    case IO_ERROR:
      control->failed++;
      errno = EIO;
      return FAIL;
  }
  return GO_ON;
}

static void die(void) {
  sys(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

static uint32_t handle_of(int file) {
  return control != NULL && file >= 0 && file < MOST_FILES ? handles[file] : 0;
}
