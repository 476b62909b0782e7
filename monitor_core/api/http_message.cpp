// SPDX-FileCopyrightText: 2026 The Headroom authors
// SPDX-License-Identifier: Apache-2.0
#include "monitor_core/api/http_message.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace headroom::api {

namespace {

constexpr std::size_t kMaxDetail = 400;

/// Cut between two characters, so that what is left is UTF-8.
std::string_view shortened(std::string_view text, std::size_t most)
{
    if (text.size() <= most) {
        return text;
    }
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) {
        --most;
    }
    return text.substr(0, most);
}

std::optional<std::string_view> findIn(
    const std::vector<std::pair<std::string, std::string>>& pairs, std::string_view name)
{
    const auto found = std::ranges::find(
        pairs, name, [](const auto& pair) -> std::string_view { return pair.first; });
    return found == pairs.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

}  // namespace

std::string_view toString(Method method) noexcept
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    case Method::Other:
        break;
    }
    return "other";
}

std::string_view toString(Role role) noexcept
{
    switch (role) {
    case Role::Nobody:
        return "nobody";
    case Role::Read:
        return "read";
    case Role::Ingest:
        return "ingest";
    case Role::Admin:
        break;
    }
    return "admin";
}

std::optional<std::string_view> Request::parameter(std::string_view name) const
{
    return findIn(query, name);
}

std::string_view Request::argument(std::string_view name) const
{
    return findIn(pathArguments, name).value_or(std::string_view());
}

std::string_view Request::extension(std::string_view name) const
{
    return findIn(extensions, name).value_or(std::string_view());
}

Response Response::json(int status, std::string body)
{
    Response response;
    response.status = status;
    response.body = std::make_shared<const std::string>(std::move(body));
    return response;
}

Response errorResponse(int status, std::string_view detail)
{
    boost::json::object body;
    body["detail"] = shortened(detail, kMaxDetail);
    return Response::json(status, boost::json::serialize(body));
}

Response faultsResponse(const std::vector<FieldFault>& faults)
{
    boost::json::array list;
    std::size_t room = kMaxDetail;
    for (const FieldFault& fault : faults) {
        boost::json::array loc;
        std::size_t size = 40 + fault.type.size();
        for (const std::string& part : fault.loc) {
            loc.emplace_back(shortened(part, 64));
            size += 4 + std::min<std::size_t>(part.size(), 64);
        }
        const auto msg = shortened(fault.msg, 200);
        size += msg.size();
        // The first is always there, the others while the body stays small.
        if (!list.empty() && size > room) {
            break;
        }
        room -= std::min(room, size);
        list.push_back(boost::json::object {
            { "loc", std::move(loc) }, { "msg", msg }, { "type", fault.type } });
    }
    return Response::json(422, boost::json::serialize(boost::json::object { { "detail", list } }));
}

}  // namespace headroom::api
