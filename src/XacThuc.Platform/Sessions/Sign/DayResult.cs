using System.Text.Encodings.Web;
using System.Text.Json;

namespace XacThuc.Platform.Sessions.Sign;

/// <summary>
/// The results of a day: what a chairman signs (dispatch 8938, step 4; figures of decision 3588, annex 5). A later version
/// names the digest of the one before it, and every correction since the first.
/// </summary>
internal sealed record DayResult(
    string Session, int Version, string UnitCode, string UnitName, string Place, DateOnly Day, string Product, string ProductName,
    DayFigures Figures, IReadOnlyList<ResultLot> Lots, IReadOnlyList<ResultDose> Doses,
    string? Before = null, IReadOnlyList<ResultCorrection>? Corrections = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, as it is signed.</summary>
    public string ToContent() => JsonSerializer.Serialize(this, Options);

    /// <summary>The results of a document.</summary>
    public static DayResult Of(string content) => JsonSerializer.Deserialize<DayResult>(content, Options)!;

    /// <summary>Nothing of the people.</summary>
    public override string ToString() => nameof(DayResult);
}

/// <summary>How many people came to what.</summary>
internal sealed record DayFigures(
    int Invited, int Injected, int Deferred, int ContraIndicated, int NotConsenting, int ToHospital, int Absent, int Reactions = 0, int Severe = 0);

/// <summary>What became of a lot.</summary>
internal sealed record ResultLot(string Number, DateOnly ExpiresOn, int Brought, int Used, int Discarded, int Returned, string Explanation);

/// <summary>What was put right after the session was closed, for one person or for all, by whom, and who confirmed it.</summary>
internal sealed record ResultCorrection(
    string What, int? Number, string From, string To, string Reason, string ProposedBy, string ConfirmedBy, DateTimeOffset At);

/// <summary>A dose that was given.</summary>
internal sealed record ResultDose(
    int Number, string Record, string FullName, string Sex, string DateOfBirth, string IdNumber, int Dose, string Product, string Lot,
    DateTimeOffset GivenAt, bool IsLate, string ScheduleReason, string Note)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ResultDose);
}
