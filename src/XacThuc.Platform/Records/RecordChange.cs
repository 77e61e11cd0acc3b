using XacThuc.Matching;
using XacThuc.Web.Acts;

namespace XacThuc.Platform.Records;

/// <summary>The one way in which a record's fields change.</summary>
internal static class RecordChange
{
    /// <summary>Writes new fields; what was authenticated no longer holds.</summary>
    /// <returns>The version that ended, to be kept.</returns>
    public static RecordVersion Change(
        this VaccinationRecord record, WrittenRecord written, in ReadFields read, ChangeKind kind, Act act)
    {
        var ended = new RecordVersion
        {
            RecordId = record.Id,
            Version = record.Version,
            FullName = record.FullName,
            Sex = record.Sex,
            DateOfBirth = record.DateOfBirth,
            IdNumber = record.IdNumber,
            CommuneCode = record.CommuneCode,
            EndedAt = act.At,
            Kind = kind,
            EndedBy = act.By.Name,
            UnitCode = act.By.UnitCode,
            Reason = act.Reason,
        };
        (record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode) =
            (written.FullName, written.Sex, written.DateOfBirth, written.IdNumber, written.CommuneCode);
        (record.NameSearch, record.NameSort) = (read.NameText.Search, read.NameText.Sort);
        (record.Digits, record.BornOn) = (read.Digits, (int)read.Born.Packed);
        (record.NameVerdict, record.SexVerdict, record.DateVerdict, record.NumberVerdict) =
            (FieldVerdict.NotCompared, FieldVerdict.NotCompared, FieldVerdict.NotCompared, FieldVerdict.NotCompared);
        (record.Status, record.Reasons) = (null, 0);
        record.Version++;
        return ended;
    }
}
