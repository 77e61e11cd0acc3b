using System.Text.Json.Serialization;
using MimeKit;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Campaigns.Mail;

/// <summary>What <c>mail.json</c> in the house's folder says: the mail server, and the addresses of units. Guarded as the keys are.</summary>
internal sealed record MailSettings
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "mail.json";

    /// <summary>The server.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its port; on 465 the connection is covered from the beginning, on others by STARTTLS.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Who signs in; empty where nobody has to.</summary>
    public string User { get; init; } = "";

    /// <summary>With which password.</summary>
    public string Password { get; init; } = "";

    /// <summary>From which address.</summary>
    public string From { get; init; } = "";

    /// <summary>Addresses, by the code of the unit.</summary>
    public IReadOnlyDictionary<string, string> To { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long an answer may take.</summary>
    public int TimeoutSeconds { get; init; } = 20;

    /// <summary>Where a sample house writes e-mail instead, as files.</summary>
    [JsonIgnore]
    public string Folder { get; private init; } = "";

    /// <summary>Whether e-mail leaves the house at all.</summary>
    [JsonIgnore]
    public bool Sends => Host.Length > 0 || Folder.Length > 0;

    /// <summary>Whether the server is on this machine: only there may the connection be open.</summary>
    [JsonIgnore]
    public bool IsNear => Host is "127.0.0.1" or "localhost" or "::1";

    /// <summary>The address of a unit; in a sample each has a made-up one.</summary>
    public string? AddressOf(string unit) => To.GetValueOrDefault(unit) ?? (Folder.Length > 0 ? $"{unit.ToLowerInvariant()}@mau.example.vn" : null);

    /// <summary>Reads them; without the file a sample house writes e-mail into a folder, and any other sends none.</summary>
    /// <exception cref="UnusableSettingsException">The file cannot be used; the house does not start with it.</exception>
    public static MailSettings Read(HouseSettings house) => SettingsFile.Read<MailSettings>(house, FileName, settings => settings.FindProblem())
        ?? (house.IsSample ? new MailSettings { From = "chiendich@mau.example.vn", Folder = Path.Combine(house.Folder, "mail") } : new MailSettings());

    /// <summary>Nothing of the password.</summary>
    public override string ToString() => nameof(MailSettings);

    private string? FindProblem() =>
        Host.Length == 0 ? "host is missing."
        : Port is < 1 or > 65535 ? "port must be from 1 to 65535."
        : TimeoutSeconds is < 1 or > 60 ? "timeoutSeconds must be from 1 to 60."
        : !IsAddress(From) ? "from must be an address."
        : To.Count == 0 ? "to names no unit."
        : To.FirstOrDefault(one => !IsAddress(one.Value)).Key is { } unit ? $"to: the address of {unit} is none."
        : null;

    // The reader also takes names without a host, as mail within one machine has them.
    private static bool IsAddress(string typed) => MailboxAddress.TryParse(typed, out var address) && address.Address.Contains('@', StringComparison.Ordinal);
}
