using Microsoft.EntityFrameworkCore;

namespace XacThuc.Platform.Records.Phones;

/// <summary>Phones on records of the sample, so that whoever tries it can look one up; messages there are files in a folder.</summary>
public static class SamplePhones
{
    /// <summary>Writes a phone on all records with a number that have none.</summary>
    public static async Task Give(PlatformDb db, IReadOnlyDictionary<string, string> phones, CancellationToken stop)
    {
        foreach (var (number, phone) in phones)
        {
            await db.Set<VaccinationRecord>().Where(record => record.Digits == number && record.Phone == "")
                .ExecuteUpdateAsync(row => row.SetProperty(record => record.Phone, phone).SetProperty(record => record.PhoneFrom, PhoneOrigin.File), stop);
        }
    }
}
