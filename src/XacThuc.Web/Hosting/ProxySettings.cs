using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using IPNetwork = System.Net.IPNetwork;

namespace XacThuc.Web.Hosting;

/// <summary>
/// Which proxies stand before the house: <c>proxy.json</c> in its folder. Without it whoever connects is who asks, and all who come through one proxy would share
/// the limits of one address. With it the house listens where it says, is known by the address of its command, and believes its proxies, nobody else, of
/// whom they ask for (<c>X-Forwarded-For</c>) and how (<c>X-Forwarded-Proto</c>).
/// </summary>
internal sealed record ProxySettings
{
    private const string FileName = "proxy.json";

    /// <summary>Where the house listens to its proxies: <c>http://10.0.0.5:5100</c>.</summary>
    public Uri? Listen { get; init; }

    /// <summary>Their addresses, or networks that hold nobody else: <c>10.0.0.2</c>, <c>10.0.1.0/28</c>.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Reads them; none where there is no proxy.</summary>
    public static ProxySettings? Read(HouseSettings house) => SettingsFile.Read<ProxySettings>(house, FileName, FindProblem);

    /// <summary>Tells the framework.</summary>
    public void AddTo(IServiceCollection services) => services.AddSingleton(this).Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // From one proxy to the next, as far as they are ours.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in Proxies) options.KnownIPNetworks.Add(Find(proxy)!.Value);
    });

    private static string? FindProblem(ProxySettings settings)
    {
        if (settings.Listen is not { IsAbsoluteUri: true, Scheme: "http" or "https" }) return "listen must be an address of http, as http://10.0.0.5:5100.";
        if (settings.Proxies.Count == 0) return "proxies must name at least one address.";
        return settings.Proxies.Any(proxy => Find(proxy) is null) ? "proxies must be addresses or networks, as 10.0.0.2 or 10.0.1.0/28." : null;
    }

    private static IPNetwork? Find(string proxy) =>
        IPAddress.TryParse(proxy, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(proxy, out var network) ? network : null;
}
