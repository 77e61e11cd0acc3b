using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Indexing.Overlaid;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Reading.Legacy;

namespace XacThuc.Matching.Comparing;

/// <summary>
/// Compares records with a packed register and what changed since, with the outcome that a register packed anew would
/// give. Not thread-safe: one a thread.
/// </summary>
public sealed unsafe class OverlaidAuthenticator : IDisposable
{
    private readonly Authenticator _packed;
    private readonly DateOnly _today;
    private readonly NameEncoding _encoding;
    private readonly WrittenFields _text = new();
    private PopulationOverlay? _overlay;
    private Authenticator? _changed;

    /// <summary>An authenticator over a register as it was packed.</summary>
    /// <param name="packed">The register.</param>
    /// <param name="today">The day by which dates of birth are possible or not.</param>
    /// <param name="encoding">How the records write names.</param>
    public OverlaidAuthenticator(PopulationIndex packed, DateOnly today, NameEncoding encoding = NameEncoding.Unicode)
    {
        _packed = new Authenticator(packed, today, encoding);
        _today = today;
        _encoding = encoding;
    }

    /// <summary>Looks from now on at what changed, too.</summary>
    /// <param name="overlay">The changes, which must outlive their use; <see langword="null"/>: none.</param>
    public void Use(PopulationOverlay? overlay)
    {
        if (ReferenceEquals(_overlay, overlay)) return;
        _changed?.Dispose();
        _changed = overlay is null ? null : new Authenticator(overlay.Changed, _today, _encoding);
        _overlay = overlay;
    }

    /// <summary>Authenticates one record.</summary>
    public Comparison Authenticate(WrittenRecord record)
    {
        _text.Set(record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode, "");
        Span<Comparison> result = stackalloc Comparison[1];
        fixed (byte* bytes = _text.Bytes) Authenticate(bytes, _text.Places, result);
        return result[0];
    }

    /// <summary>Authenticates many records.</summary>
    /// <param name="text">The text that all fields lie in, with <see cref="PersonIntake.Slack"/> bytes behind it.</param>
    /// <param name="fields">Where they lie, record by record in the order of <see cref="RecordFields"/>.</param>
    /// <param name="results">Receives a comparison for each record.</param>
    public void Authenticate(byte* text, ReadOnlySpan<FieldPlace> fields, Span<Comparison> results)
    {
        _packed.Authenticate(text, fields, results);
        if (_overlay is not { } overlay) return;

        for (var i = 0; i < results.Length; i++)
        {
            var record = fields.Slice(i * RecordFields.Count, RecordFields.Count);
            var number = NumberReader.Read(record[RecordFields.Number].Of(text));
            switch (number.Kind)
            {
                case NumberKind.Personal or NumberKind.ShortPersonal:
                    if (overlay.Hidden.Contains(number.Value)) _changed!.Authenticate(text, record, results.Slice(i, 1));
                    break;
                case NumberKind.Old or NumberKind.ShortOld:
                    results[i] = ByHolders(text, record, overlay);
                    break;
                case NumberKind.Missing or NumberKind.Malformed:
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _changed?.Dispose();
        _packed.Dispose();
    }

    // An old number may have holders on both sides.
    private Comparison ByHolders(byte* text, ReadOnlySpan<FieldPlace> fields, PopulationOverlay overlay)
    {
        _packed.Read(text, fields, out var packedRecord);
        _changed!.Read(text, fields, out var changedRecord);
        var packed = _packed.BestHolder(packedRecord, overlay.Hidden, out var packedRight);
        var changed = _changed.BestHolder(changedRecord, hidden: null, out var changedRight);
        var name = fields[RecordFields.Name];
        return changed.IsBefore(packed)
            ? _changed.ByHolder(changedRecord, changed, packedRight + changedRight, text + name.Start, name.Length)
            : _packed.ByHolder(packedRecord, packed, packedRight + changedRight, text + name.Start, name.Length);
    }
}
