#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo are declared with "...", which does not reach Swift. Each
   option takes a value of one type; these are the types in use. */

static inline CURLcode gj_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

/* The library copies the text. */
static inline CURLcode gj_curl_set_text(CURL *handle, CURLoption option, const char *text) {
  return curl_easy_setopt(handle, option, text);
}

/* The library keeps the pointer: it must live until the transfer is done. */
static inline CURLcode gj_curl_set_list(
    CURL *handle, CURLoption option, struct curl_slist *list) {
  return curl_easy_setopt(handle, option, list);
}

static inline CURLcode gj_curl_set_pointer(CURL *handle, CURLoption option, void *pointer) {
  return curl_easy_setopt(handle, option, pointer);
}

typedef size_t (*gj_curl_transfer)(char *buffer, size_t size, size_t count, void *context);

static inline CURLcode gj_curl_set_transfer(
    CURL *handle, CURLoption option, gj_curl_transfer function) {
  return curl_easy_setopt(handle, option, function);
}

/* The last code the other side answered with: of HTTP or of SMTP; 0 without an answer. */
static inline long gj_curl_response_code(CURL *handle) {
  long code = 0;
  if (curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code) != CURLE_OK) return 0;
  return code;
}
