using System.Net;

namespace BriefBot.Service.Chat;

/// <summary>Names those who ask over HTTP by their address.</summary>
internal static class ClientAddress
{
    /// <summary>Returns the address of a request's client; empty where there is none.</summary>
    public static string Read(HttpContext http) => http.Connection.RemoteIpAddress is { } address ? Normalize(address) : "";

    /// <summary>Returns an address in one form: IPv4 also where a socket for both reports it as IPv6.</summary>
    public static string Normalize(IPAddress address) => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
