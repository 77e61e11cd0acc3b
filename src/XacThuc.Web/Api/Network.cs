using System.Net;
using System.Net.Sockets;

namespace XacThuc.Web.Api;

/// <summary>What counts as one address where tries are counted.</summary>
public static class Network
{
    /// <summary>The address itself; of the new addresses the network, because one household has a whole one.</summary>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
