using Microsoft.Extensions.Logging;
using XacThuc.Matching.Indexing.Overlaid;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Register.Population.Index;

/// <summary>
/// The population in its searchable form: packed and mapped, with what changed since laid over it. One a process; rented by
/// whoever authenticates. Newer forms are swapped in while others work.
/// </summary>
public sealed partial class RegisterIndex : IDisposable
{
    /// <summary>An overlay of more people than this is packed anew: with it every change costs milliseconds.</summary>
    internal const int MostChanged = 4000;

    private readonly PopulationChanges _changes;
    private readonly SnapshotFiles _files;
    private readonly TimeProvider _time;
    private readonly ILogger<RegisterIndex> _log;
    private readonly SemaphoreSlim _following = new(1, 1);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<long, ChangedPeople> _changed = [];
    private Form? _form;
    private long _seen = -1;
    private long _rentedAt;

    /// <summary>An index of the house's population; empty until it has caught up once.</summary>
    public RegisterIndex(HouseDatabase database, HouseSettings settings, TimeProvider time, ILogger<RegisterIndex> log)
    {
        _changes = new PopulationChanges(database);
        _files = new SnapshotFiles(database, settings, time);
        (_time, _log) = (time, log);
    }

    /// <summary>The last change of the population that everything rented from now on knows of; -1 before the first.</summary>
    public long Seen => Volatile.Read(ref _seen);

    /// <summary>How many personal ids the overlay speaks of.</summary>
    public int Overlaid => Volatile.Read(ref _form)?.Overlay?.Overlay.Count ?? 0;

    /// <summary>Rents the register; waits only while the house is starting.</summary>
    public async ValueTask<RegisterLease> Rent(CancellationToken stop)
    {
        if (Volatile.Read(ref _form) is null) await _ready.Task.WaitAsync(stop);
        Volatile.Write(ref _rentedAt, _time.GetTimestamp());
        return RentNow();
    }

    /// <summary>Whether nobody rented the register for so long: what can wait is done then.</summary>
    internal bool IsQuiet(TimeSpan since) => _time.GetElapsedTime(Volatile.Read(ref _rentedAt)) > since;

    /// <summary>
    /// Takes in all changes that are committed now, of this process and of others: by the overlay, or by packing the
    /// register anew where they are many.
    /// </summary>
    public async Task CatchUp(CancellationToken stop)
    {
        await _following.WaitAsync(stop);
        try
        {
            if (_form is null && await _files.FindNewest(stop) is { } found) Swap(found);
            if (_form is null || !await TakeInChanges(stop)) Swap(await _files.Pack(stop));
        }
        finally
        {
            _following.Release();
        }
    }

    /// <summary>
    /// Takes in the people of a few personal ids as they are committed now, also while an import of many goes on.
    /// </summary>
    public async Task Include(IReadOnlyCollection<long> personalIds, CancellationToken stop)
    {
        await _following.WaitAsync(stop);
        try
        {
            if (_form is not { } form) return;
            foreach (var (id, people) in await _changes.Of(personalIds, stop)) _changed[id] = people;
            Publish(form.Packed, NewOverlay());
        }
        finally
        {
            _following.Release();
        }
    }

    /// <summary>
    /// Looks whether something changed. Many changes wait: an import goes on for a while, and packing at each of its batches
    /// would slow it down.
    /// </summary>
    internal async Task Follow(CancellationToken stop)
    {
        if (_form is null)
        {
            await CatchUp(stop);
            return;
        }

        await _following.WaitAsync(stop);
        try
        {
            if (await TakeInChanges(stop)) return;
        }
        finally
        {
            _following.Release();
        }

        var before = await _changes.Last(stop);
        await Task.Delay(TimeSpan.FromSeconds(2), _time, stop);
        if (await _changes.Last(stop) == before) await CatchUp(stop);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _form?.Packed.Release();
        _form?.Overlay?.Release();
        _following.Dispose();
    }

    private RegisterLease RentNow()
    {
        var today = DateOnly.FromDateTime(_time.GetUtcNow().AddHours(7).DateTime);
        while (true)
        {
            var form = Volatile.Read(ref _form)!;
            if (!form.Packed.TryHold()) continue;
            if (form.Overlay is { } overlay && !overlay.TryHold())
            {
                form.Packed.Release();
                continue;
            }

            var lease = form.Packed.Lease(today);
            lease.Use(form.Overlay);
            return lease;
        }
    }

    // False where there are too many for an overlay.
    private async Task<bool> TakeInChanges(CancellationToken stop)
    {
        var last = await _changes.Last(stop);
        if (last == _seen) return true;
        var changed = await _changes.Since(_seen, MostChanged + 1, stop);
        foreach (var (id, people) in changed) _changed[id] = people;
        if (_changed.Count > MostChanged) return false;

        Publish(_form!.Packed, changed.Count > 0 ? NewOverlay() : _form.Overlay);
        Volatile.Write(ref _seen, last);
        return true;
    }

    // What is packed is not in the overlay; what changed while packing still is.
    private void Swap(PackedRegister packed)
    {
        foreach (var id in _changed.Where(pair => pair.Value.Changed <= packed.Changed).Select(pair => pair.Key).ToList())
            _changed.Remove(id);
        var before = _form;
        Publish(packed, NewOverlay());
        before?.Packed.Release();
        Volatile.Write(ref _seen, packed.Changed);
        Swapped(packed.Index.Facts.People, packed.Changed);
    }

    private HeldOverlay? NewOverlay() => _changed.Count == 0 ? null : new HeldOverlay(new PopulationOverlay(
        [.. _changed.Values.SelectMany(people => people.Current)],
        _changed.Where(pair => pair.Value.Current.Count == 0).Select(pair => new Matching.PersonalId((ulong)pair.Key))));

    private void Publish(PackedRegister packed, HeldOverlay? overlay)
    {
        var before = _form;
        Volatile.Write(ref _form, new Form(packed, overlay));
        if (before?.Overlay is { } old && !ReferenceEquals(old, overlay)) old.Release();
        _ready.TrySetResult();
    }

    [LoggerMessage(LogLevel.Information, "The register of {People} people at change {Changed} is in use.")]
    private partial void Swapped(long people, long changed);

    private sealed record Form(PackedRegister Packed, HeldOverlay? Overlay);
}
