// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/detail/tls_context.h"

#include <boost/system/error_code.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <utility>

namespace headroom::api::detail {

namespace {

namespace ssl = boost::asio::ssl;

Error fault(const std::string& what, const std::string& file, const std::string& why)
{
    return { ErrorCode::InvalidArgument, what + " " + file + ": " + why, "tls" };
}

}  // namespace

Result<std::shared_ptr<ssl::context>> makeTlsContext(
    const std::string& certificateFile, const std::string& keyFile)
{
    if (certificateFile.empty() || keyFile.empty()) {
        return Error { ErrorCode::InvalidArgument,
            "a certificate file and a key file are needed, both", "tls" };
    }
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);

    boost::system::error_code error;
    context->use_certificate_chain_file(certificateFile, error);
    if (error) {
        return fault("cannot use the certificate", certificateFile, error.message());
    }
    context->use_private_key_file(keyFile, ssl::context::pem, error);
    if (error) {
        return fault("cannot use the key", keyFile, error.message());
    }
    if (SSL_CTX_check_private_key(context->native_handle()) != 1) {
        ERR_clear_error();
        return fault("the key", keyFile, "is not the one of " + certificateFile);
    }
    return context;
}

}  // namespace headroom::api::detail
