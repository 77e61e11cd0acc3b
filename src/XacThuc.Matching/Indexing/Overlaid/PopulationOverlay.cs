using System.Collections.Frozen;

namespace XacThuc.Matching.Indexing.Overlaid;

/// <summary>
/// What has changed in a register since it was packed: the people who changed as they are now, and the personal ids whose
/// packed people no longer count. Whoever is here hides everybody packed under the same personal id. Immutable; any number
/// of threads may ask.
/// </summary>
public sealed class PopulationOverlay : IDisposable
{
    /// <summary>An overlay of people in hand.</summary>
    /// <param name="current">All people, as they are now, of each personal id that changed; several may share one.</param>
    /// <param name="gone">Personal ids of which nobody is left.</param>
    public PopulationOverlay(IReadOnlyCollection<WrittenPerson> current, IEnumerable<PersonalId> gone)
    {
        Changed = PopulationIndex.Build(current);
        var hidden = gone.Select(id => id.Value).ToHashSet();
        foreach (var person in current)
            if (PersonalId.TryParse(System.Text.Encoding.UTF8.GetBytes(person.PersonalId), out var id)) hidden.Add(id.Value);
        Hidden = hidden.ToFrozenSet();
    }

    /// <summary>How many personal ids it speaks of.</summary>
    public int Count => Hidden.Count;

    /// <summary>The people who changed, as they are now.</summary>
    internal PopulationIndex Changed { get; }

    /// <summary>Personal ids whose packed people no longer count.</summary>
    internal FrozenSet<ulong> Hidden { get; }

    /// <summary>Whether what is packed under a personal id no longer counts.</summary>
    public bool Hides(PersonalId id) => Hidden.Contains(id.Value);

    /// <inheritdoc/>
    public void Dispose() => Changed.Dispose();
}
