using System.Text.Encodings.Web;
using System.Text.Json;

namespace XacThuc.Platform.Certificates.Confirm;

/// <summary>A list of doses as it is signed: what whoever signs answers for.</summary>
internal sealed record ConfirmedDoses(string List, string UnitCode, string UnitName, DateOnly DrawnOn, IReadOnlyList<ConfirmedDose> Doses)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, as it is signed.</summary>
    public string ToContent() => JsonSerializer.Serialize(this, Options);

    /// <summary>The list of a document.</summary>
    public static ConfirmedDoses Of(string content) => JsonSerializer.Deserialize<ConfirmedDoses>(content, Options)!;

    /// <summary>Nothing of the people.</summary>
    public override string ToString() => nameof(ConfirmedDoses);
}

/// <summary>One dose of it: whose, with the four fields that the register called right, and what was given.</summary>
internal sealed record ConfirmedDose(
    int Number, long Id, int Version, string Record, string FullName, string Sex, string DateOfBirth, string IdNumber, int Dose, string Product, string Lot, DateOnly GivenOn, string Facility)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ConfirmedDose);
}
