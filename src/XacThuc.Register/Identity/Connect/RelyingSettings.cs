using XacThuc.Web.Clients;
using XacThuc.Web.Hosting;

namespace XacThuc.Register.Identity.Connect;

/// <summary>A house that has citizens sign in here.</summary>
internal sealed record RelyingHouse
{
    /// <summary>Its id.</summary>
    public required string ClientId { get; init; }

    /// <summary>Its secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>What citizens are told it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Where they are led back to.</summary>
    public required Uri Redirect { get; init; }

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}

/// <summary>
/// What <c>identity-clients.json</c> in the house's folder says, beside its keys and as well guarded: it holds secrets. A sample
/// house without it knows the portal of the other house; any other has nobody sign in.
/// </summary>
internal sealed record RelyingSettings
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "identity-clients.json";

    /// <summary>The houses.</summary>
    public IReadOnlyList<RelyingHouse> Clients { get; init; } = [];

    /// <summary>Reads them.</summary>
    /// <exception cref="UnusableSettingsException">The file cannot be used; the house does not start with it.</exception>
    public static RelyingSettings Read(HouseSettings house) =>
        SettingsFile.Read<RelyingSettings>(house, FileName, settings => settings.FindProblem()) ?? new RelyingSettings
        {
            Clients = !house.IsSample ? [] :
            [
                new RelyingHouse
                {
                    ClientId = SamplePortal.ClientId,
                    ClientSecret = SamplePortal.Secret,
                    Name = "Cổng người dân XácThực (y tế)",
                    Redirect = new Uri(house.PartnerUrl, SamplePortal.BackPath),
                },
            ],
        };

    private string? FindProblem() =>
        Clients.FirstOrDefault(one => FindProblem(one) is not null) is { } wrong ? FindProblem(wrong)
        : Clients.DistinctBy(one => one.ClientId, StringComparer.Ordinal).Count() < Clients.Count ? "two clients have the same clientId."
        : null;

    private static string? FindProblem(RelyingHouse one) =>
        one.ClientId.Trim().Length is 0 or > 60 ? "clientId must have 1 to 60 letters."
        : one.ClientSecret.Length < 20 ? "clientSecret must have at least 20 letters."
        : one.Name.Trim().Length is 0 or > 80 ? "name must be what citizens are told, up to 80 letters."
        : !one.Redirect.IsAbsoluteUri || !(one.Redirect.Scheme is "https" || (one.Redirect.Scheme is "http" && one.Redirect.IsLoopback))
            ? "redirect must begin with https:// (http:// only on this machine)."
        : one.Redirect.Fragment.Length > 0 ? "redirect must have no #."
        : null;
}
