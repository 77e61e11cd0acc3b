using NpgsqlTypes;
using XacThuc.Platform.Lists;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Platform.Records.Phones;

/// <summary>
/// Writes phones on records that are there already and have none, in the caller's transaction. A phone is never written over,
/// nor given back to whom took theirs off; both are asked where it is written, since somebody may do either meanwhile.
/// </summary>
internal static class FillPhones
{
    private static readonly BulkTable<Filled> Records = new(RecordsTables.Records,
        new("Id", NpgsqlDbType.Bigint, r => r.Id), new("Phone", NpgsqlDbType.Text, r => r.Phone), new("PhoneFrom", NpgsqlDbType.Integer, r => (int)r.From))
    { Only = $"t.\"Phone\" = '' AND t.\"PhoneFrom\" = {(int)PhoneOrigin.None}" };

    /// <summary>Fills them; of several phones for one record the first that is one.</summary>
    public static Task FillPhone(this PlatformDb db, IEnumerable<(long Record, string Written)> phones, PhoneOrigin from, CancellationToken stop) =>
        Records.Update(db.RawWay(), 1, [.. phones.Select(one => new Filled(one.Record, PhoneOnRecord.Read(one.Written), from)).Where(one => one.Phone.Length > 0).DistinctBy(one => one.Id)], stop);

    /// <summary>Fills those of the people on a list who are linked with a record.</summary>
    public static Task FillPhone(this PlatformDb db, IEnumerable<ListedPerson> people, CancellationToken stop) => db.FillPhone(
        people.Where(person => person.RecordId is not null && person.State != PersonState.Withdrawn).Select(person => (person.RecordId!.Value, person.ReachedAt())), PhoneOrigin.List, stop);

    private readonly record struct Filled(long Id, string Phone, PhoneOrigin From)
    {
        /// <summary>Nothing of the phone.</summary>
        public override string ToString() => nameof(Filled);
    }
}
