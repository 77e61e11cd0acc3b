using System.Text.Json;
using System.Text.Json.Serialization;

namespace XacThuc.Cli.Houses.Run;

/// <summary>What a program needs to use the sample houses; written when they are ready, as <c>ready.json</c>.</summary>
internal sealed record ReadyFile(
    string Platform, string Register, IReadOnlyList<ReadyAccount> Accounts, IReadOnlyList<ReadyClient> Clients,
    IReadOnlyList<ReadyCitizen> Citizens, IReadOnlyList<ReadyPlace>? Places = null, ReadyDoses? Doses = null)
{
    public const string Name = "ready.json";

    /// <summary>Written whole or not at all.</summary>
    public void Write(string folder)
    {
        var path = Path.Combine(folder, Name);
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(this, ReadyJson.Default.ReadyFile));
        File.Move(path + ".new", path, overwrite: true);
    }

    public static ReadyFile? Find(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), ReadyJson.Default.ReadyFile) : null;
    }

    /// <summary>No secret.</summary>
    public override string ToString() => nameof(ReadyFile);
}

/// <summary>A sample sign-in.</summary>
internal sealed record ReadyAccount(string House, string Role, string Unit, string User, string Password, string? TotpSecret)
{
    public override string ToString() => $"{House} {User}";
}

/// <summary>A sample e-identity, what the health house has of the person (right, wrong or nothing), and the phone on that record.</summary>
internal sealed record ReadyCitizen(string Number, int Level, string Password, string? TotpSecret, string Record, string Phone)
{
    public override string ToString() => $"citizen {Level}";
}

/// <summary>A sample check point: the page its QR code leads to, and the link with which a phone becomes its guard's device (once, within a day).</summary>
internal sealed record ReadyPlace(string Code, string Name, string Page, string Enrol)
{
    public override string ToString() => $"place {Code}";
}

/// <summary>A sample file of doses to bring, and the commune whose people they are.</summary>
internal sealed record ReadyDoses(string File, string Commune)
{
    public override string ToString() => $"doses {Commune}";
}

/// <summary>A sample client.</summary>
internal sealed record ReadyClient(string House, string Id, string Secret, string Scopes)
{
    public override string ToString() => $"{House} {Id}";
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(ReadyFile))]
internal sealed partial class ReadyJson : JsonSerializerContext;
