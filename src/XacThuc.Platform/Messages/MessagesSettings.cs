using System.Text.Json.Serialization;
using XacThuc.Platform.Messages.Channels;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Messages;

/// <summary>How messages leave the house.</summary>
internal enum MessageWay
{
    /// <summary>Not at all: slips are printed and carried round.</summary>
    Print,

    /// <summary>As text files in a folder, for a sample house: whoever tries it reads them there.</summary>
    Folder,

    /// <summary>By an SMS gateway.</summary>
    Gateway,
}

/// <summary>
/// What <c>messages.json</c> in the house's folder says, beside its keys and as well guarded: it holds the gateway's token.
/// A sample house without it writes files, any other prints.
/// </summary>
internal sealed record MessagesSettings
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "messages.json";

    /// <summary>The way.</summary>
    public MessageWay Channel { get; init; }

    /// <summary>Whether words go without marks, as most gateways here want them.</summary>
    public bool WithoutMarks { get; init; } = true;

    /// <summary>For how many days the words of a message are kept after it is of no more use; codes are forgotten at once.</summary>
    public int KeptDays { get; init; } = 3;

    /// <summary>Where citizens find the portal, if that is not the address on which the house listens.</summary>
    public Uri? Portal { get; init; }

    /// <summary>The gateway.</summary>
    public GatewaySettings? Gateway { get; init; }

    /// <summary>Whether messages are sent at all.</summary>
    [JsonIgnore]
    public bool Sends => Channel != MessageWay.Print;

    /// <summary>Reads them.</summary>
    /// <exception cref="UnusableSettingsException">The file cannot be used; the house does not start with it.</exception>
    public static MessagesSettings Read(HouseSettings house) =>
        SettingsFile.Read<MessagesSettings>(house, FileName, settings => settings.FindProblem())
        ?? new MessagesSettings { Channel = house.IsSample ? MessageWay.Folder : MessageWay.Print };

    /// <summary>Nothing of the token.</summary>
    public override string ToString() => $"{nameof(MessagesSettings)} {Channel}";

    private string? FindProblem() =>
        KeptDays is < 0 or > 90 ? "keptDays must be from 0 to 90."
        : Portal is { IsAbsoluteUri: false } ? "portal must be an address: https://tiemchung.example.vn"
        : Channel != MessageWay.Gateway ? null
        : Gateway is null ? "channel is gateway, but there is no gateway."
        : Gateway.FindProblem();
}
