using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using XacThuc.Web.Accounts;
using XacThuc.Web.Acts;
using XacThuc.Web.Data;
using XacThuc.Web.Units;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace XacThuc.Web.Clients;

/// <summary>Where programs that use the API are made and closed. A program acts for one unit.</summary>
public sealed partial class ClientDesk(IOpenIddictApplicationManager clients, HouseDb db)
{
    internal const string UnitProperty = "xt_unit";
    internal const string RoleProperty = "xt_role";
    internal const string SampleProperty = "xt_sample";

    /// <summary>Makes a client; its secret is kept as a hash only.</summary>
    /// <param name="id">Its id, shown in the audit.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="scopes">What it may do, of <see cref="ApiScopes"/>.</param>
    /// <param name="unit">The unit it acts for.</param>
    /// <param name="act">Who makes it.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="isSample">Whether everybody knows the secret.</param>
    public async Task Create(
        string id, string secret, IEnumerable<string> scopes, Unit unit, Act act, CancellationToken stop, bool isSample = false)
    {
        var described = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientSecret = secret,
            ClientType = ClientTypes.Confidential,
            DisplayName = id,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
            Properties =
            {
                [UnitProperty] = JsonSerializer.SerializeToElement(unit.Id.ToString(CultureInfo.InvariantCulture)),
                [RoleProperty] = JsonSerializer.SerializeToElement(unit.Kind.Roles()[0].ToString()),
            },
        };
        foreach (var scope in scopes) described.Permissions.Add(Permissions.Prefixes.Scope + scope);
        if (isSample) described.Properties[SampleProperty] = JsonSerializer.SerializeToElement(true);
        // Saved together with the client, which OpenIddict saves in this database.
        db.Note(act);
        await clients.CreateAsync(described, stop);
    }

    /// <summary>The clients of units that somebody may act on.</summary>
    internal async Task<IReadOnlyList<KnownClient>> Of(SignedIn me, CancellationToken stop)
    {
        var units = await db.Units.AsNoTracking().Where(unit => unit.Path.StartsWith(me.Path)).ToDictionaryAsync(unit => unit.Id, stop);
        var known = new List<KnownClient>();
        await foreach (var client in clients.ListAsync(count: null, offset: null, stop))
        {
            var unit = (await clients.GetPropertiesAsync(client, stop)).GetValueOrDefault(UnitProperty);
            if (unit.ValueKind is not JsonValueKind.String) continue;
            if (!units.TryGetValue(long.Parse(unit.GetString()!, CultureInfo.InvariantCulture), out var its)) continue;
            known.Add(new KnownClient((await clients.GetClientIdAsync(client, stop))!, its, await ScopesOf(client, stop)));
        }

        return [.. known.OrderBy(client => client.Id, StringComparer.Ordinal)];
    }

    /// <summary>An operator makes a client.</summary>
    internal async Task<Result<string>> Create(
        SignedIn me, string id, string secret, IReadOnlyList<string> scopes, long unitId, TimeProvider time, CancellationToken stop)
    {
        if (!ClientId().IsMatch(id)) return ClientRefusals.IdMalformed;
        if (scopes.Count == 0) return ClientRefusals.NoScope;
        var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Id == unitId && unit.Path.StartsWith(me.Path), stop);
        if (unit is null) return ClientRefusals.NoSuchUnit;
        if (await clients.FindByClientIdAsync(id, stop) is not null) return ClientRefusals.IdTaken;
        await Create(id, secret, scopes, unit, me.NewAct(time, "client.create", $"client:{id}"), stop);
        return id;
    }

    /// <summary>An operator closes a client; its tokens open nothing a minute later.</summary>
    internal async Task<Result<string>> Close(SignedIn me, string id, Act act, CancellationToken stop)
    {
        if (!(await Of(me, stop)).Any(client => string.Equals(client.Id, id, StringComparison.Ordinal))) return ClientRefusals.NotThere;
        db.Note(act);
        await clients.DeleteAsync((await clients.FindByClientIdAsync(id, stop))!, stop);
        return id;
    }

    /// <summary>Whether there is a client whose secret everybody knows.</summary>
    internal static Task<bool> HasSample(HouseDb db, CancellationToken stop) => db.Set<OpenIddictEntityFrameworkCoreApplication<long>>()
        .AnyAsync(client => client.Properties!.Contains(SampleProperty), stop);

    /// <summary>A secret that nobody can guess: 32 random bytes.</summary>
    internal static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What a client may do.</summary>
    internal async Task<IReadOnlyList<string>> ScopesOf(object client, CancellationToken stop) =>
    [
        .. (await clients.GetPermissionsAsync(client, stop))
            .Where(one => one.StartsWith(Permissions.Prefixes.Scope, StringComparison.Ordinal))
            .Select(one => one[Permissions.Prefixes.Scope.Length..]),
    ];

    [GeneratedRegex("^[A-Za-z0-9.-]{3,40}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClientId();
}

/// <summary>A client as operators see it.</summary>
internal sealed record KnownClient(string Id, Unit Unit, IReadOnlyList<string> Scopes);

/// <summary>Why an operator's change of a client is not done.</summary>
internal static class ClientRefusals
{
    public static Refusal NotThere { get; } = Refusal.NotThere("client.not_there", "Không có chương trình này.", "There is no such program.");

    public static Refusal NoSuchUnit { get; } = Refusal.NotThere("client.no_such_unit", "Không có đơn vị này.", "There is no such unit.");

    public static Refusal IdTaken { get; } = Refusal.Conflicting(
        "client.id_taken", "client_id này đã có. Hãy chọn tên khác.", "This client_id is taken. Choose another.");

    public static Refusal IdMalformed { get; } = Refusal.NotAcceptable(
        "client.id_malformed",
        "client_id gồm 3 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối.",
        "A client_id has 3 to 40 letters without marks, digits, dots or hyphens.");

    public static Refusal NoScope { get; } = Refusal.NotAcceptable(
        "client.no_scope", "Chọn ít nhất một việc mà chương trình được làm.", "Choose at least one thing that the program may do.");
}
