using System.Text.Json;
using System.Text.Json.Serialization;
using XacThuc.Matching;

namespace XacThuc.Platform.Feedback.Review;

/// <summary>What is done with a dose.</summary>
internal enum DoseDeed
{
    /// <summary>Nothing.</summary>
    Keep,

    /// <summary>It is added.</summary>
    Add,

    /// <summary>One that stands there is written otherwise.</summary>
    Correct,

    /// <summary>One that stands there was not given.</summary>
    Withdraw,
}

/// <summary>A change of a dose, as it is to be.</summary>
internal sealed record DoseChange(DoseDeed Deed, int Nth, long? DoseId, int DoseVersion, int Number, string Product, string Lot, DateOnly GivenOn, string Facility);

/// <summary>The personal data as they are to be, over the version that was looked at.</summary>
internal sealed record PersonChange(int Version, string FullName, string Sex, string DateOfBirth, string IdNumber)
{
    /// <summary>As a record has them.</summary>
    public WrittenRecord Over(string communeCode) => new(FullName, Sex, DateOfBirth, IdNumber, communeCode);

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(PersonChange);
}

/// <summary>What an accepted case changes: kept with it, from the answer until it is done.</summary>
/// <param name="Person">Personal data; none where they stay.</param>
/// <param name="Doses">Doses.</param>
/// <param name="Reviewer">Who accepted it.</param>
internal sealed record CaseChanges(PersonChange? Person, IReadOnlyList<DoseChange> Doses, string Reviewer)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Whether nothing changes: the data were right already.</summary>
    [JsonIgnore]
    public bool IsEmpty => Person is null && Doses.Count == 0;

    /// <summary>As it is kept.</summary>
    public string Kept() => IsEmpty ? "" : JsonSerializer.Serialize(this, Options);

    /// <summary>What was kept.</summary>
    public static CaseChanges Of(FeedbackCase one) =>
        one.Changes.Length == 0 ? new CaseChanges(null, [], "") : JsonSerializer.Deserialize<CaseChanges>(one.Changes, Options)!;

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(CaseChanges);
}
