// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <curl/curl.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace headroom {

/// What came back; status 0 when nothing did.
struct Answer {
    long status = 0;
    std::string body;
    std::string headers;  ///< as they came
};

/// Asks a service as any client would, one request at a time on one connection.
class CurlClient {
public:
    explicit CurlClient(std::string url)
        : url_(std::move(url))
        , handle_(::curl_easy_init())
    {
        if (handle_ == nullptr) {
            throw std::runtime_error("no curl");
        }
    }
    ~CurlClient() { ::curl_easy_cleanup(handle_); }
    CurlClient(const CurlClient&) = delete;
    CurlClient& operator=(const CurlClient&) = delete;

    void setToken(const std::string& token) { token_ = token; }
    /// Certificates that are believed, PEM.
    void setTrusted(const std::string& file) { trusted_ = file; }

    Answer get(const std::string& path) { return ask("GET", path); }
    Answer ask(const std::string& method, const std::string& path, const std::string& body = {},
        std::vector<std::string> headers = {})
    {
        Answer answer;
        ::curl_easy_reset(handle_);
        if (!token_.empty()) {
            headers.push_back("Authorization: Bearer " + token_);
        }
        if (!body.empty()) {
            headers.emplace_back("Content-Type: application/json");
            ::curl_easy_setopt(handle_, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
            ::curl_easy_setopt(handle_, CURLOPT_COPYPOSTFIELDS, body.c_str());
        } else if (method == "POST" || method == "PUT" || method == "PATCH") {
            ::curl_easy_setopt(handle_, CURLOPT_COPYPOSTFIELDS, "");
        }
        curl_slist* list = nullptr;
        for (const auto& header : headers) {
            list = ::curl_slist_append(list, header.c_str());
        }
        ::curl_easy_setopt(handle_, CURLOPT_HTTPHEADER, list);
        ::curl_easy_setopt(handle_, CURLOPT_CUSTOMREQUEST, method.c_str());
        ::curl_easy_setopt(handle_, CURLOPT_URL, (url_ + path).c_str());
        ::curl_easy_setopt(handle_, CURLOPT_NOPROXY, "*");
        ::curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
        ::curl_easy_setopt(handle_, CURLOPT_TIMEOUT, 60L);
        if (!trusted_.empty()) {
            ::curl_easy_setopt(handle_, CURLOPT_CAINFO, trusted_.c_str());
        }
        ::curl_easy_setopt(handle_, CURLOPT_WRITEFUNCTION, &CurlClient::keep);
        ::curl_easy_setopt(handle_, CURLOPT_WRITEDATA, &answer.body);
        ::curl_easy_setopt(handle_, CURLOPT_HEADERFUNCTION, &CurlClient::keep);
        ::curl_easy_setopt(handle_, CURLOPT_HEADERDATA, &answer.headers);
        if (::curl_easy_perform(handle_) == CURLE_OK) {
            ::curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &answer.status);
        }
        ::curl_slist_free_all(list);
        return answer;
    }

private:
    static std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* text)
    {
        static_cast<std::string*>(text)->append(bytes, size * count);
        return size * count;
    }

    std::string url_;
    CURL* handle_;
    std::string token_;
    std::string trusted_;
};

}  // namespace headroom
