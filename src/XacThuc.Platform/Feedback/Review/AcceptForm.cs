namespace XacThuc.Platform.Feedback.Review;

/// <summary>What the reviewer accepts, as the form sends it.</summary>
public sealed record AcceptForm
{
    /// <summary>A record is to be made.</summary>
    public const string NewRecord = "new";

    /// <summary>The version that was looked at.</summary>
    public int Version { get; init; }

    /// <summary>Reference of the record, or <see cref="NewRecord"/>.</summary>
    public string? Record { get; init; }

    /// <summary>The record's version that was looked at.</summary>
    public int RecordVersion { get; init; }

    /// <summary>Full name as it is to be.</summary>
    public string? Name { get; init; }

    /// <summary>Sex as it is to be.</summary>
    public string? Sex { get; init; }

    /// <summary>Date of birth as it is to be.</summary>
    public string? Date { get; init; }

    /// <summary>Number as it is to be.</summary>
    public string? Number { get; init; }

    /// <summary>Doses.</summary>
    public IList<DoseRow> Doses { get; init; } = [];

    /// <summary>A word to the citizen; may be empty.</summary>
    public string? Letter { get; init; }

    /// <summary>Cases of the same person that are answered with it.</summary>
    public IList<long> Together { get; init; } = [];

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(AcceptForm);

    /// <summary>A dose of the form.</summary>
    public sealed record DoseRow
    {
        /// <summary>What is done.</summary>
        internal DoseDeed Deed => Enum.TryParse<DoseDeed>(Do, out var deed) ? deed : DoseDeed.Keep;

        /// <summary>What is done, as the form says it.</summary>
        public string? Do { get; init; }

        /// <summary>Which declared dose; 0 for none.</summary>
        public int Nth { get; init; }

        /// <summary>The dose that stands there.</summary>
        public long? DoseId { get; init; }

        /// <summary>Its version that was looked at.</summary>
        public int DoseVersion { get; init; }

        /// <summary>Which dose.</summary>
        public string? Number { get; init; }

        /// <summary>Vaccine.</summary>
        public string? Vaccine { get; init; }

        /// <summary>Lot.</summary>
        public string? Lot { get; init; }

        /// <summary>Day.</summary>
        public string? GivenOn { get; init; }

        /// <summary>Where.</summary>
        public string? Facility { get; init; }
    }
}
