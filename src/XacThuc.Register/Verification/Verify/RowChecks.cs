using XacThuc.Matching;
using XacThuc.Register.Population.Index;

namespace XacThuc.Register.Verification.Verify;

/// <summary>A row and what the register says of it as filled in.</summary>
internal sealed record CheckedRow(VerificationRow Row, Comparison Compared)
{
    /// <summary>Whether it agrees with the register in all four fields.</summary>
    public bool Agrees => Compared.Status == RecordStatus.Matched;

    /// <summary>The verdict of a field as filled in.</summary>
    public FieldVerdict VerdictOf(MandatoryField field) => field switch
    {
        MandatoryField.Name => Compared.Name,
        MandatoryField.Sex => Compared.Sex,
        MandatoryField.DateOfBirth => Compared.DateOfBirth,
        MandatoryField.Number => Compared.Number,
    };

    /// <summary>Nothing of the row.</summary>
    public override string ToString() => nameof(CheckedRow);
}

/// <summary>Compares rows as filled in with the register as it is now: microseconds a row, so that nothing of it is kept.</summary>
internal sealed class RowChecks(RegisterIndex index)
{
    public async Task<IReadOnlyList<CheckedRow>> Of(IReadOnlyList<VerificationRow> rows, CancellationToken stop)
    {
        using var lease = await index.Rent(stop);
        var found = new CheckedRow[rows.Count];
        for (var i = 0; i < found.Length; i++) found[i] = new CheckedRow(rows[i], lease.Authenticator.Authenticate(rows[i].Filled));
        return found;
    }
}
